import type { TabContract } from './contract.ts';
import { handlingsplanContract } from './handlingsplan.ts';
import { innstillingerContract } from './innstillinger.ts';
import { kontakterContract } from './kontakter.ts';
import { statusPerKommuneContract } from './status-per-kommune.ts';

/** The tabs of the plan's workbook that every question may need; those of the KPI-er stand in `kpi-tabs.ts`. */
export const PLAN_TABS: readonly TabContract[] = [
  handlingsplanContract,
  statusPerKommuneContract,
  kontakterContract,
  innstillingerContract,
];
