import { useTranslationRef } from '@backstage/frontend-plugin-api';
import { createFormField } from '@backstage/plugin-scaffolder-react/alpha';
import { validateByCheck } from '../check/validateByCheck';
import { platformFieldsTranslationRef } from '../translation';
import { CheckedFormField } from './CheckedFormField';
import type { FieldProps } from './FieldProps';

/** Path prefix of a public route. */
export const pathField = createFormField({
  name: 'PathField',
  component: PathField,
  validation: validateByCheck('path'),
});

function PathField(props: FieldProps<string>) {
  const { t } = useTranslationRef(platformFieldsTranslationRef);
  return (
    <CheckedFormField
      fieldProps={props}
      field="path"
      label={t('path.label')}
      description={t('path.description')}
    />
  );
}
