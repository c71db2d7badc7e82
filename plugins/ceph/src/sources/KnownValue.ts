/** What a reading holds where it is known. */
export type KnownValue<R> = Extract<
  R,
  { known: true; value: unknown }
>['value'];
