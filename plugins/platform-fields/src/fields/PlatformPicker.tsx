import { useTranslationRef } from '@backstage/frontend-plugin-api';
import { createFormField } from '@backstage/plugin-scaffolder-react/alpha';
import { Alert, Button, Select, Skeleton } from '@backstage/ui';
import { useEffect } from 'react';
import { usePlatforms } from '../platforms/usePlatforms';
import { platformFieldsTranslationRef } from '../translation';
import type { FieldProps } from './FieldProps';
import { formErrorsOf } from './formErrorsOf';

/** The platform to change; out of sight where there is only one. */
export const platformPicker = createFormField({
  name: 'PlatformPicker',
  component: PlatformPicker,
});

function PlatformPicker(props: FieldProps<string>) {
  const { formData, onChange } = props;
  const { t } = useTranslationRef(platformFieldsTranslationRef);
  const platforms = usePlatforms();
  const items = platforms.status === 'ready' ? platforms.data : [];
  const onlyId = items.length === 1 ? items[0].id : undefined;

  useEffect(() => {
    if (onlyId !== undefined && formData !== onlyId) {
      onChange(onlyId);
    }
  }, [onlyId, formData, onChange]);

  if (platforms.status === 'loading') {
    return (
      <Skeleton width="100%" height={60} aria-label={t('platform.label')} />
    );
  }
  if (platforms.status === 'error') {
    return (
      <Alert
        status="danger"
        role="alert"
        title={t('platform.failed')}
        description={platforms.error.message}
        customActions={
          <Button variant="secondary" size="small" onPress={platforms.reload}>
            {t('platform.retry')}
          </Button>
        }
      />
    );
  }
  if (items.length === 0) {
    return <Alert status="warning" role="alert" title={t('platform.none')} />;
  }
  const { formErrors, formErrorsId } = formErrorsOf(props);
  const chosen = items.find(platform => platform.id === formData);
  return (
    <>
      {items.length > 1 && (
        <Select
          id={props.idSchema.$id}
          label={t('platform.label')}
          description={t('platform.description')}
          secondaryLabel={t('field.required')}
          options={items.map(({ id, title }) => ({ id, label: title }))}
          value={formData ?? null}
          onChange={key => onChange(key === null ? undefined : String(key))}
          isRequired={props.required}
          isDisabled={props.disabled}
          validationBehavior="aria"
          isInvalid={formErrors.length > 0}
          aria-describedby={formErrors.length > 0 ? formErrorsId : undefined}
        />
      )}
      {chosen?.problem && (
        <Alert
          status="warning"
          role="status"
          title={t('platform.unreadable', {
            platform: chosen.title,
            problem: chosen.problem,
          })}
        />
      )}
    </>
  );
}
