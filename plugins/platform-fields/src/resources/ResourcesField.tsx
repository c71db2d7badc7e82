import {
  translationApiRef,
  useTranslationRef,
} from '@backstage/frontend-plugin-api';
import type { CustomFieldValidator } from '@backstage/plugin-scaffolder-react';
import { createFormField } from '@backstage/plugin-scaffolder-react/alpha';
import { Radio, RadioGroup } from '@backstage/ui';
import { useState } from 'react';
import type { FieldProps } from '../fields/FieldProps';
import { formErrorsOf } from '../fields/formErrorsOf';
import { prefilled } from '../apps/prefilled';
import { RowTextField } from '../rows/RowTextField';
import { platformFieldsTranslationRef } from '../translation';
import { isQuantity } from './isQuantity';
import {
  findPreset,
  presetNames,
  resourceFields,
  resourcePresets,
  type Resources,
} from './Resources';
import styles from './ResourcesField.module.css';

/** CPU and memory of one pod: a preset, or quantities of one's own. */
export const resourcesField = createFormField({
  name: 'ResourcesField',
  component: prefilled(
    ResourcesField,
    app => app.workloads[0]?.containers[0]?.resources,
  ),
  validation: validateResources(),
});

function ResourcesField(props: FieldProps<Resources>) {
  const { onChange } = props;
  const { t } = useTranslationRef(platformFieldsTranslationRef);
  const resources = props.formData ?? {};
  const preset = findPreset(resources);
  const [isCustom, setIsCustom] = useState(preset === undefined);
  const { formErrors, formErrorsId } = formErrorsOf(props);

  const choose = (choice: string) => {
    const name = presetNames.find(candidate => candidate === choice);
    setIsCustom(name === undefined);
    if (name) {
      onChange({ ...resourcePresets[name] });
    }
  };

  return (
    <div className={styles.root}>
      <RadioGroup
        label={t('resources.label')}
        description={t('resources.description')}
        value={isCustom ? 'custom' : (preset ?? 'custom')}
        onChange={choose}
        isDisabled={props.disabled}
        aria-describedby={formErrors.length > 0 ? formErrorsId : undefined}
      >
        {presetNames.map(name => (
          <Radio key={name} value={name}>
            {t(`resources.${name}`, resourcePresets[name])}
          </Radio>
        ))}
        <Radio value="custom">{t('resources.custom')}</Radio>
      </RadioGroup>
      {isCustom && (
        <div className={styles.quantities}>
          {resourceFields.map(field => {
            const value = resources[field] ?? '';
            return (
              <RowTextField
                key={field}
                label={t(`resources.${field}`)}
                value={value}
                onChange={text =>
                  onChange({
                    ...resources,
                    [field]: text === '' ? undefined : text,
                  })
                }
                problem={
                  isQuantity(value) ? undefined : t('resources.quantity')
                }
                showsEmpty={formErrors.length > 0 && field !== 'cpuLimit'}
                isDisabled={props.disabled}
              />
            );
          })}
        </div>
      )}
    </div>
  );
}

function validateResources(): CustomFieldValidator<Resources | undefined> {
  return (resources = {}, validation, { apiHolder }) => {
    const texts = apiHolder
      .get(translationApiRef)
      ?.getTranslation(platformFieldsTranslationRef);
    if (!texts?.ready) {
      return;
    }
    for (const field of resourceFields) {
      const value = resources[field];
      const isMissing = value === undefined && field !== 'cpuLimit';
      if (isMissing || (value !== undefined && !isQuantity(value))) {
        validation.addError(
          texts.t('resources.invalid', {
            field: texts.t(`resources.${field}`),
          }),
        );
      }
    }
  };
}
