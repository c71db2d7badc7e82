/** Something that is read in every cycle beside Ceph, and keeps what it read. */
export interface CyclePart {
  /** What a source does must not throw; it is kept as that source's state. */
  read(signal: AbortSignal): Promise<void>;
  close(): Promise<void>;
}
