/** A chart to be installed under a name. */
export interface ChartRelease {
  name: string;
  chart: string;
  version: string;
  values?: unknown;
  /** Of everything the release makes. */
  labels?: Record<string, string>;
  /** Where the image named after the chart comes from, such as `ghcr.io/charts`. */
  registry: string;
}
