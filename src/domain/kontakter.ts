export type KontaktType = 'enhet' | 'kommune' | 'gruppe';
export type Rolle = 'leser' | 'oppdaterer' | 'sekretariat';

/** Someone who can be answerable, asked or reminded: a unit, a kommune or a group of kommuner. Never a person's name. */
export interface Kontakt {
  readonly navn: string;
  readonly aliases: readonly string[];
  readonly type: KontaktType;
  /** The kommunegruppe a kommune belongs to. */
  readonly gruppe: string | null;
  /** A Slack user, user group or channel id. */
  readonly slack: string | null;
  /** A shared address by which the unit is found in Slack. For delivery alone: it is never shown to anyone. */
  readonly epost: string | null;
  readonly rolle: Rolle;
}
