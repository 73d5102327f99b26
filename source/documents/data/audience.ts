/** Who may read something. */
export type Audience = 'customer' | 'internal';
