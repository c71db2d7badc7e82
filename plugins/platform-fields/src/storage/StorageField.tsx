import { useTranslationRef } from '@backstage/frontend-plugin-api';
import { createFormField } from '@backstage/plugin-scaffolder-react/alpha';
import { Select } from '@backstage/ui';
import { useEffect, useMemo } from 'react';
import type { FieldProps } from '../fields/FieldProps';
import { formErrorsOf } from '../fields/formErrorsOf';
import { readFormValues } from '../fields/readFormValues';
import { useChosenPlatform } from '../platforms/useChosenPlatform';
import { validateRows } from '../rows/RowProblem';
import { RowsField } from '../rows/RowsField';
import { RowTextField } from '../rows/RowTextField';
import { platformFieldsTranslationRef } from '../translation';
import { findStorageProblems, type StorageRow } from './findStorageProblems';

/** Volumes; the platform says which purposes there are. */
export const storageField = createFormField({
  name: 'StorageField',
  component: StorageField,
  validation: validateRows(findStorageProblems),
});

function StorageField(props: FieldProps<StorageRow[]>) {
  const { t } = useTranslationRef(platformFieldsTranslationRef);
  const { platform } = readFormValues(props.formContext);
  const purposes = useChosenPlatform(platform)?.storagePurposes ?? [];
  const rows = useMemo(() => props.formData ?? [], [props.formData]);
  const problems = findStorageProblems(rows);
  const { onChange } = props;
  const { formErrors, formErrorsId } = formErrorsOf(props);
  const usualPurpose = purposes.at(0)?.name;

  // A volume may be added before the purposes are known.
  useEffect(() => {
    if (usualPurpose && rows.some(row => row.purpose === undefined)) {
      onChange(
        rows.map(row => ({ ...row, purpose: row.purpose ?? usualPurpose })),
      );
    }
  }, [usualPurpose, rows, onChange]);

  const hasErrors = formErrors.length > 0;

  return (
    <RowsField
      label={t('storage.label')}
      description={t('storage.description')}
      addLabel={t('storage.add')}
      rowLabel={number => t('storage.row', { number: String(number) })}
      removeLabel={row => t('rows.remove', { row })}
      rows={rows}
      emptyRow={{
        name: '',
        mountPath: '',
        size: '',
        purpose: usualPurpose,
      }}
      onChange={onChange}
      isDisabled={props.disabled}
      errorsId={hasErrors ? formErrorsId : undefined}
    >
      {({ value, index, change, isNew }) => {
        const textProps = (field: 'name' | 'mountPath' | 'size') => ({
          value: value[field] ?? '',
          onChange: (text: string) => change({ [field]: text }),
          problem: problems
            .find(problem => problem.index === index && problem.field === field)
            ?.say(t),
          showsEmpty: hasErrors,
          isDisabled: props.disabled,
        });
        return (
          <>
            <RowTextField
              label={t('storage.name')}
              placeholder="data"
              takesFocus={isNew}
              {...textProps('name')}
            />
            <RowTextField
              label={t('storage.mountPath')}
              placeholder="/data"
              {...textProps('mountPath')}
            />
            <RowTextField
              label={t('storage.size')}
              placeholder="10Gi"
              {...textProps('size')}
            />
            <Select
              label={t('storage.purpose')}
              options={purposes.map(purpose => ({
                id: purpose.name,
                label: t('storage.purposeOption', {
                  purpose: purpose.name,
                  storageClass: purpose.class,
                }),
              }))}
              value={value.purpose ?? null}
              onChange={key =>
                change({ purpose: key === null ? undefined : String(key) })
              }
              isDisabled={props.disabled}
            />
          </>
        );
      }}
    </RowsField>
  );
}
