import type { PointStyle } from 'chart.js';

import type { ChartMarker } from '../../model/types';
import type { Theme } from '../formats/colors';

type Kind = 'bar' | 'line' | 'pie' | 'doughnut' | 'scatter';

export interface Shape {
  readonly kind: Kind;
  readonly horizontal: boolean;
  readonly stacked: boolean;
  readonly percent: boolean;
  readonly area: boolean;
  readonly points: boolean;
}

/** What Excel's name of a chart type means. */
export function shapeOf(type: string): Shape {
  const name = type.toLowerCase();
  const kind: Kind = name.includes('doughnut')
    ? 'doughnut'
    : name.includes('pie')
      ? 'pie'
      : name.includes('scatter')
        ? 'scatter'
        : name.startsWith('line') || name.includes('area')
          ? 'line'
          : 'bar';
  return {
    kind,
    horizontal: name.startsWith('bar'),
    stacked: name.includes('stacked'),
    percent: name.includes('100'),
    area: name.includes('area'),
    points: name.includes('markers') || kind === 'scatter',
  };
}

/** What the drawing calls the markers of Excel's lines. */
export const POINTS: Readonly<Record<ChartMarker, PointStyle>> = {
  None: false,
  Circle: 'circle',
  Square: 'rect',
  Diamond: 'rectRot',
  Triangle: 'triangle',
  X: 'crossRot',
  Star: 'star',
  Plus: 'cross',
  Dot: 'circle',
  Dash: 'dash',
};

export interface Inks {
  readonly text: string;
  readonly soft: string;
  readonly line: string;
  readonly paper: string;
}

/** Colours of a chart's texts and lines. */
export const INKS: Record<Theme, Inks> = {
  light: { text: '#3b4044', soft: '#5c6369', line: '#e3e6e8', paper: '#ffffff' },
  dark: { text: '#e8eaec', soft: '#a5adb3', line: '#33393d', paper: '#17191b' },
  contrast: { text: '#ffffff', soft: '#ffffff', line: '#6b6b6b', paper: '#000000' },
};

export const FONT = '"Segoe UI", "Microsoft YaHei", "PingFang SC", "Noto Sans CJK SC", sans-serif';
