import './language.js';
import CMS from '@sveltia/cms';
import { list, moves, page, record, years } from './formats.js';

CMS.registerCustomFormat('page-frontmatter', 'md', page);
CMS.registerCustomFormat('record', 'yml', record);
CMS.registerCustomFormat('list', 'yml', list);
CMS.registerCustomFormat('years', 'yml', years);
CMS.registerCustomFormat('moves', 'yml', moves);
CMS.init();
