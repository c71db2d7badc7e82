/** What a finding must hold to be shown. */
export interface FindingItem {
  code: string;
  severity: 'error' | 'warning' | 'info';
  message: string;
  fix?: string;
  /** Path in the repository. */
  file?: string;
  /** 1-based. */
  line?: number;
  /** Web address of the place at the forge; anything but http and https is not offered. */
  url?: string;
}
