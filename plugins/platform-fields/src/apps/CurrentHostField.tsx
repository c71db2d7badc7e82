import { useTranslationRef } from '@backstage/frontend-plugin-api';
import { createFormField } from '@backstage/plugin-scaffolder-react/alpha';
import { Select } from '@backstage/ui';
import type { FieldProps } from '../fields/FieldProps';
import { formErrorsOf } from '../fields/formErrorsOf';
import { readFormValues } from '../fields/readFormValues';
import { platformFieldsTranslationRef } from '../translation';
import { prefilled } from './prefilled';
import { useAppDescription } from './useAppDescription';

/** A host the chosen app has. */
export const currentHostField = createFormField({
  name: 'CurrentHostField',
  component: prefilled(CurrentHostField, app => app.routes[0]?.host),
});

function CurrentHostField(props: FieldProps<string>) {
  const { t } = useTranslationRef(platformFieldsTranslationRef);
  const { platform, name } = readFormValues(props.formContext);
  const app = useAppDescription(platform, name);
  const hosts =
    app.status === 'ready'
      ? (app.data?.routes ?? []).map(({ host }) => host)
      : [];
  const { formErrors, formErrorsId } = formErrorsOf(props);
  return (
    <Select
      id={props.idSchema.$id}
      label={t('currentHost.label')}
      description={
        app.status === 'ready' && app.data && hosts.length === 0
          ? t('currentHost.none')
          : t('currentHost.description')
      }
      secondaryLabel={t('field.required')}
      options={hosts.map(host => ({ id: host, label: host }))}
      value={props.formData ?? null}
      onChange={key => props.onChange(key === null ? undefined : String(key))}
      isRequired={props.required}
      isDisabled={props.disabled || hosts.length === 0}
      validationBehavior="aria"
      isInvalid={formErrors.length > 0}
      aria-describedby={formErrors.length > 0 ? formErrorsId : undefined}
    />
  );
}
