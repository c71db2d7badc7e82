import { useTranslationRef } from '@backstage/frontend-plugin-api';
import { createFormField } from '@backstage/plugin-scaffolder-react/alpha';
import type { FieldProps } from '../fields/FieldProps';
import { PlainTextField } from '../fields/PlainTextField';
import { platformFieldsTranslationRef } from '../translation';

/** Environment variable that is filled. */
export const variableField = createFormField({
  name: 'VariableField',
  component: VariableField,
});

function VariableField(props: FieldProps<string>) {
  const { t } = useTranslationRef(platformFieldsTranslationRef);
  return (
    <PlainTextField
      fieldProps={props}
      label={t('variable.label')}
      description={t('variable.description')}
    />
  );
}
