/** Attributes of the actions for assistants: they read, and change nothing. */
export const readOnlyAction = {
  readOnly: true,
  destructive: false,
  idempotent: true,
} as const;
