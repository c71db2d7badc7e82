import { useTranslationRef } from '@backstage/frontend-plugin-api';
import { createFormField } from '@backstage/plugin-scaffolder-react/alpha';
import { Select } from '@backstage/ui';
import { useEffect } from 'react';
import { useChosenPlatform } from '../platforms/useChosenPlatform';
import { platformFieldsTranslationRef } from '../translation';
import type { FieldProps } from './FieldProps';
import { readFormValues } from './readFormValues';

/** Who reaches a host, where the platform has several gateways for a domain; out of sight elsewhere. */
export const exposureField = createFormField({
  name: 'ExposureField',
  component: ExposureField,
});

function ExposureField(props: FieldProps<string>) {
  const { formData, onChange } = props;
  const { t } = useTranslationRef(platformFieldsTranslationRef);
  const { platform } = readFormValues(props.formContext);
  const exposures = useChosenPlatform(platform)?.exposures ?? [];
  const usual = exposures.at(0);

  useEffect(() => {
    if (usual !== undefined && formData === undefined) onChange(usual);
  }, [usual, formData, onChange]);

  if (exposures.length === 0) return null;
  return (
    <Select
      id={props.idSchema.$id}
      label={t('exposure.label')}
      description={t('exposure.description')}
      options={exposures.map(id => ({ id, label: id }))}
      value={formData ?? null}
      onChange={key => onChange(key === null ? undefined : String(key))}
      isDisabled={props.disabled}
      validationBehavior="aria"
    />
  );
}
