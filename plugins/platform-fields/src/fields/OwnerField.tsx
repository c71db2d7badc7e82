import {
  identityApiRef,
  useApi,
  useTranslationRef,
} from '@backstage/frontend-plugin-api';
import { catalogApiRef } from '@backstage/plugin-catalog-react';
import { createFormField } from '@backstage/plugin-scaffolder-react/alpha';
import { Alert, Button, Select, Skeleton } from '@backstage/ui';
import { useAsyncData } from '@internal/portal-ui';
import { useEffect } from 'react';
import { listOwners } from '../owners/listOwners';
import { usePlatforms } from '../platforms/usePlatforms';
import { prefilled } from '../apps/prefilled';
import { platformFieldsTranslationRef } from '../translation';
import type { FieldProps } from './FieldProps';
import { formErrorsOf } from './formErrorsOf';
import { readFormValues } from './readFormValues';

/** The owning group: one's own groups, or any for the platform team. */
export const ownerField = createFormField({
  name: 'OwnerField',
  component: prefilled(OwnerField, app => app.owner),
});

function OwnerField(props: FieldProps<string>) {
  const { t } = useTranslationRef(platformFieldsTranslationRef);
  const platforms = usePlatforms();
  if (platforms.status === 'loading') {
    return <Skeleton width="100%" height={60} aria-label={t('owner.label')} />;
  }
  const { platform } = readFormValues(props.formContext);
  const platformTeam =
    platforms.status === 'ready'
      ? platforms.data.find(({ id }) => id === platform)?.platformTeam
      : undefined;
  return <OwnerSelect fieldProps={props} platformTeam={platformTeam} />;
}

function OwnerSelect(props: {
  fieldProps: FieldProps<string>;
  platformTeam?: string;
}) {
  const { fieldProps, platformTeam } = props;
  const { formData, onChange } = fieldProps;
  const { t } = useTranslationRef(platformFieldsTranslationRef);
  const identityApi = useApi(identityApiRef);
  const catalogApi = useApi(catalogApiRef);
  const owners = useAsyncData({
    key: `owners ${platformTeam}`,
    load: () => listOwners({ identityApi, catalogApi, platformTeam }),
  });
  const items = owners.status === 'ready' ? owners.data : [];
  const onlyRef = items.length === 1 ? items[0].entityRef : undefined;

  useEffect(() => {
    if (onlyRef !== undefined && formData === undefined) {
      onChange(onlyRef);
    }
  }, [onlyRef, formData, onChange]);

  if (owners.status === 'loading') {
    return <Skeleton width="100%" height={60} aria-label={t('owner.label')} />;
  }
  if (owners.status === 'error') {
    return (
      <Alert
        status="danger"
        role="alert"
        title={t('owner.failed')}
        description={owners.error.message}
        customActions={
          <Button variant="secondary" size="small" onPress={owners.reload}>
            {t('platform.retry')}
          </Button>
        }
      />
    );
  }
  if (items.length === 0) {
    return <Alert status="warning" role="alert" title={t('owner.none')} />;
  }
  const { formErrors, formErrorsId } = formErrorsOf(fieldProps);
  return (
    <Select
      id={fieldProps.idSchema.$id}
      label={t('owner.label')}
      description={t('owner.description')}
      secondaryLabel={t('field.required')}
      placeholder={t('owner.placeholder')}
      options={items.map(({ entityRef, title }) => ({
        id: entityRef,
        label: title,
      }))}
      value={formData ?? null}
      onChange={key => onChange(key === null ? undefined : String(key))}
      isRequired={fieldProps.required}
      isDisabled={fieldProps.disabled}
      validationBehavior="aria"
      isInvalid={formErrors.length > 0}
      aria-describedby={formErrors.length > 0 ? formErrorsId : undefined}
    />
  );
}
