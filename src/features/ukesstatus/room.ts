/** Lines, or parts of a line, under each heading. */
export interface Room {
  readonly news: number;
  readonly overdue: number;
  readonly others: number;
}

export const ROOMY: Room = { news: 6, overdue: 5, others: 3 };

/** When there is something under every heading. */
export const TIGHT: Room = { news: 4, overdue: 4, others: 2 };
