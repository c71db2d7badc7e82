import type { ReactNode } from 'react';
import { NavLink } from 'react-router-dom';
import styles from './Navigation.module.css';

export function NavigationItem(props: {
  href: string;
  title: string;
  icon: ReactNode;
}) {
  return (
    <li>
      <NavLink className={styles.item} to={props.href} end={props.href === '/'}>
        <span className={styles.icon} aria-hidden="true">
          {props.icon}
        </span>
        <span>{props.title}</span>
      </NavLink>
    </li>
  );
}
