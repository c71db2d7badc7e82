import {
  configApiRef,
  useApi,
  useTranslationRef,
} from '@backstage/frontend-plugin-api';
import type { NavContentComponentProps } from '@backstage/plugin-app-react';
import { ButtonIcon } from '@backstage/ui';
import { RiCloseLine, RiMenuLine } from '@remixicon/react';
import { useEffect, useState } from 'react';
import { Link, useLocation } from 'react-router-dom';
import { appTranslationRef } from '../../translation';
import { NavigationItem } from './NavigationItem';
import { PortalMark } from './PortalMark';
import styles from './Navigation.module.css';

/** Pages in the order people need them; what plugins add follows by name. */
export function Navigation({ navItems }: NavContentComponentProps) {
  const { t } = useTranslationRef(appTranslationRef);
  const title = useApi(configApiRef).getString('app.title');
  const { pathname } = useLocation();
  const [open, setOpen] = useState(false);
  useEffect(() => setOpen(false), [pathname]);

  const bag = navItems.clone();
  const search = bag.take('page:search');
  const catalog = bag.take('page:catalog');
  const create = bag.take('page:scaffolder');
  const changeRequests = bag.take('page:change-requests');
  const platforms = bag.take('page:platforms');
  const nodes = bag.take('page:talos-nodes');
  const storage = bag.take('page:ceph');
  const notifications = bag.take('page:notifications');
  const settings = bag.take('page:user-settings');
  // Reached from an entity's relations.
  bag.take('page:catalog-graph');
  const others = [...bag.rest()].sort((a, b) => a.title.localeCompare(b.title));
  const main = [
    catalog && { ...catalog, title: t('nav.catalog') },
    create && { ...create, title: t('nav.create') },
    changeRequests && { ...changeRequests, title: t('nav.changeRequests') },
    platforms && { ...platforms, title: t('nav.platforms') },
    nodes && { ...nodes, title: t('nav.nodes') },
    storage && { ...storage, title: t('nav.storage') },
    ...others,
    notifications && {
      ...notifications,
      title: t('nav.notifications'),
    },
    search && { ...search, title: t('nav.search') },
  ];

  return (
    <header className={styles.bar}>
      <div className={styles.head}>
        <Link className={styles.brand} to="/">
          <PortalMark />
          <span>{title}</span>
        </Link>
        <span className={styles.toggle}>
          <ButtonIcon
            variant="tertiary"
            icon={open ? <RiCloseLine /> : <RiMenuLine />}
            aria-label={open ? t('nav.closeMenu') : t('nav.menu')}
            aria-expanded={open}
            onPress={() => setOpen(!open)}
          />
        </span>
      </div>
      <nav className={styles.nav} data-open={open} aria-label={t('nav.label')}>
        <ul className={styles.list}>
          {main.map(
            item =>
              item && (
                <NavigationItem
                  key={item.href}
                  href={item.href}
                  title={item.title}
                  icon={item.icon}
                />
              ),
          )}
        </ul>
        {settings && (
          <ul className={styles.list}>
            <NavigationItem
              href={settings.href}
              title={t('nav.settings')}
              icon={settings.icon}
            />
          </ul>
        )}
      </nav>
    </header>
  );
}
