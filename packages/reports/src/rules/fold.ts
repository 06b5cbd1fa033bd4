/** The name under which the fold of the journal keeps its mark. */
export const foldName = 'reports';
/** Entries folded in one transaction. */
export const foldBatch = 5000;
