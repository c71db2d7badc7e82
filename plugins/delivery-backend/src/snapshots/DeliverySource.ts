/** What is polled: the engine of one cluster. */
export interface DeliverySource {
  platform: string;
  cluster: string;
  pollMilliseconds: number;
}
