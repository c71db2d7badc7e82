import { useTranslationRef } from '@backstage/frontend-plugin-api';
import { createFormField } from '@backstage/plugin-scaffolder-react/alpha';
import { validateByCheck } from '../check/validateByCheck';
import { prefilled } from '../apps/prefilled';
import { platformFieldsTranslationRef } from '../translation';
import { CheckedFormField } from './CheckedFormField';
import type { FieldProps } from './FieldProps';

/** Container image; its registry needs a proxy project. */
export const imageField = createFormField({
  name: 'ImageField',
  component: prefilled(
    ImageField,
    app => app.workloads[0]?.containers[0]?.image,
  ),
  validation: validateByCheck('image'),
});

function ImageField(props: FieldProps<string>) {
  const { t } = useTranslationRef(platformFieldsTranslationRef);
  return (
    <CheckedFormField
      fieldProps={props}
      field="image"
      label={t('image.label')}
      description={t('image.description', {
        example: 'ghcr.io/example/notes:1.4.0',
      })}
    />
  );
}
