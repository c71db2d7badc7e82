/** The one token a status is drawn with; its icon shape follows from it. */
export type StatusTone =
  'positive' | 'announcement' | 'warning' | 'negative' | 'neutral';
