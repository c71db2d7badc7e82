import type { SimulatedMachine } from '../fleet/SimulatedMachine';

/** One call, as it arrived at the machine it is for. */
export interface MachineCall {
  machine: SimulatedMachine;
  request: Uint8Array;
  /** Of the caller's certificate, such as `os:reader`. */
  roles: string[];
  /** Fires when the caller, or the machine, goes away. */
  signal: AbortSignal;
}

/** A method of the machine's API, in bytes. */
export type TalosMethod = {
  /** Such as `/machine.MachineService/Version`. */
  path: string;
  /** Who may call it, besides `os:admin`. */
  roles: readonly string[];
} & (
  | { kind: 'unary'; answer(call: MachineCall): Uint8Array }
  | {
      kind: 'stream';
      /** Throws, before the first frame, what is wrong with the request. */
      frames(
        call: MachineCall,
      ): Iterable<Uint8Array> | AsyncIterable<Uint8Array>;
    }
);
