import {
  BreadcrumbEntry,
  useBreadcrumbEntries,
  type PageLayoutProps,
} from '@backstage/frontend-plugin-api';
import { PluginHeader } from '@backstage/ui';
import { NavLink, useResolvedPath } from 'react-router-dom';
import styles from './PortalPageLayout.module.css';

/**
 * Header and sub pages of a page. The sub pages are links in a navigation: the
 * tabs of the design system claim panels that are not on the page, which
 * assistive technology follows to nowhere.
 */
export function PortalPageLayout(props: PageLayoutProps) {
  const parent = useResolvedPath('.').pathname.replace(/\/$/, '');
  const { items: breadcrumbs } = useBreadcrumbEntries();
  if (props.noHeader) {
    return <>{props.children}</>;
  }
  const content = (
    <>
      <PluginHeader
        title={props.title}
        icon={props.icon}
        titleLink={props.titleLink}
        breadcrumbs={breadcrumbs}
        customActions={props.headerActions}
      />
      {props.tabs && props.tabs.length > 1 && (
        <nav className={styles.tabs} aria-label={props.title}>
          {props.tabs.map(tab => (
            <NavLink
              key={tab.id}
              className={styles.tab}
              to={tab.href.startsWith('/') ? tab.href : `${parent}/${tab.href}`}
            >
              {tab.label}
            </NavLink>
          ))}
        </nav>
      )}
      {props.children}
    </>
  );
  return props.title ? (
    <BreadcrumbEntry
      entry={{ label: props.title, href: props.titleLink ?? (parent || '/') }}
    >
      {content}
    </BreadcrumbEntry>
  ) : (
    content
  );
}
