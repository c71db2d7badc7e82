import { useTranslationRef } from '@backstage/frontend-plugin-api';
import { createFormField } from '@backstage/plugin-scaffolder-react/alpha';
import { TextField } from '@backstage/ui';
import type { FieldProps } from '../fields/FieldProps';
import { formErrorsOf } from '../fields/formErrorsOf';
import { platformFieldsTranslationRef } from '../translation';
import { prefilled } from './prefilled';

/** Version of the app's chart. */
export const chartVersionField = createFormField({
  name: 'ChartVersionField',
  component: prefilled(ChartVersionField, app => app.charts[0]?.version),
});

function ChartVersionField(props: FieldProps<string>) {
  const { t } = useTranslationRef(platformFieldsTranslationRef);
  const { formErrors, formErrorsId } = formErrorsOf(props);
  return (
    <TextField
      id={props.idSchema.$id}
      label={t('chartVersion.label')}
      description={t('chartVersion.description')}
      secondaryLabel={t('field.required')}
      value={props.formData ?? ''}
      onChange={value => props.onChange(value === '' ? undefined : value)}
      isRequired={props.required}
      isDisabled={props.disabled}
      autoComplete="off"
      spellCheck="false"
      validationBehavior="aria"
      isInvalid={formErrors.length > 0}
      aria-describedby={formErrors.length > 0 ? formErrorsId : undefined}
    />
  );
}
