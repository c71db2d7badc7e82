/** Why the Talos API gave no usable answer. */
export type TalosFailure =
  | { reason: 'config-invalid'; detail: string }
  /** The context is for Omni, which wants signed requests. */
  | { reason: 'unsupported-config' }
  | { reason: 'certificate-expired'; at?: string }
  /** A certificate is not valid yet, or that of the machine no longer. */
  | { reason: 'clock-differs' }
  | {
      reason: 'wrong-authority';
      /** Who trusts the other not, or which name the certificate lacks. */
      refused: 'machine' | 'client' | 'name';
    }
  | {
      reason: 'not-allowed';
      /** Role too small, a type or namespace that this Talos has not, or an endpoint that does not pass on. */
      meaning: 'role' | 'type' | 'namespace' | 'forwarding';
    }
  | { reason: 'unreachable'; code: string }
  | { reason: 'port-closed' }
  | { reason: 'not-talos' }
  | { reason: 'slow' }
  | { reason: 'too-large' }
  | { reason: 'not-found' }
  | { reason: 'unsupported' }
  /** What was watched must be read anew. */
  | { reason: 'watch-lost' };

export type TalosAnswer<T> =
  { ok: true; value: T } | { ok: false; failure: TalosFailure };
