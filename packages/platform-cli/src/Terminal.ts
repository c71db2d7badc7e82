/** Where a command writes. */
export interface Terminal {
  write(text: string): void;
  /** For what is no result. */
  tell(text: string): void;
  /** Whether escape sequences for colours are understood and wanted. */
  color: boolean;
  /** Whether results are shown at once, so that they must not steer the screen. */
  shown: boolean;
}
