import type { FieldExtensionComponentProps } from '@backstage/plugin-scaffolder-react';

/** Props the scaffolder gives to a field that holds a `T`. */
export type FieldProps<T> = FieldExtensionComponentProps<T | undefined>;
