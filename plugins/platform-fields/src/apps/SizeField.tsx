import { useTranslationRef } from '@backstage/frontend-plugin-api';
import { createFormField } from '@backstage/plugin-scaffolder-react/alpha';
import type { FieldProps } from '../fields/FieldProps';
import { PlainTextField } from '../fields/PlainTextField';
import { platformFieldsTranslationRef } from '../translation';

/** Size of a database. */
export const sizeField = createFormField({
  name: 'SizeField',
  component: SizeField,
});

function SizeField(props: FieldProps<string>) {
  const { t } = useTranslationRef(platformFieldsTranslationRef);
  return (
    <PlainTextField
      fieldProps={props}
      label={t('size.label')}
      description={t('size.description')}
    />
  );
}
