import type { AppDescription } from '@internal/plugin-change-requests-common';
import { type ComponentType, useEffect, useRef } from 'react';
import type { FieldProps } from '../fields/FieldProps';
import { readFormValues } from '../fields/readFormValues';
import { useAppDescription } from './useAppDescription';

/**
 * A field that starts from what Git has of the chosen app, where its template
 * says `ui:options: { prefill: true }`. What somebody typed stays until
 * another app is chosen.
 */
export function prefilled<T>(
  Field: ComponentType<FieldProps<T>>,
  select: (app: AppDescription) => T | undefined,
): (props: FieldProps<T>) => JSX.Element {
  return function Prefilled(props: FieldProps<T>) {
    const { formData, onChange, uiSchema } = props;
    const { platform, name } = readFormValues(props.formContext);
    const asks = uiSchema['ui:options']?.prefill === true;
    const description = useAppDescription(asks ? platform : undefined, name);
    const filled = useRef(formData === undefined ? undefined : name);
    const app =
      description.status === 'ready' && description.data?.app === name
        ? description.data
        : undefined;

    useEffect(() => {
      if (app && filled.current !== app.app) {
        filled.current = app.app;
        const value = select(app);
        if (value !== undefined) onChange(value);
      }
    }, [app, onChange]);

    return <Field {...props} />;
  };
}
