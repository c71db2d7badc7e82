/** The one token a status is drawn with. */
export type StatusTone =
  'positive' | 'announcement' | 'warning' | 'negative' | 'neutral';
