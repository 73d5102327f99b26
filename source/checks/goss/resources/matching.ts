import {Buffer} from 'node:buffer';
import {printed} from '../values/convert.ts';
import {flagOption, type Look} from './resource.ts';

/** `matching`: what the gossfile itself holds, mostly from a template. */
export const lookAtContent: Look = async (spec, {streamOf}) => {
  const content = spec.options['content'] ?? null;
  return {
    attributes: {
      matches: async () => {
        if (!flagOption(spec, 'as-reader')) {
          return content;
        }
        streamOf('matches')?.(Buffer.from(printed(content)));
        return undefined;
      },
    },
  };
};
