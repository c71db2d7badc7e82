/** Such as `2026-11-21T02:39:53.347000+0000`. */
export function toCephTime(date: Date): string {
  return `${date.toISOString().slice(0, -1)}000+0000`;
}

/** As the map of the monitors has it, such as `2026-11-21T02:39:53.347000Z`. */
export function toMonitorTime(date: Date): string {
  return `${date.toISOString().slice(0, -1)}000Z`;
}
