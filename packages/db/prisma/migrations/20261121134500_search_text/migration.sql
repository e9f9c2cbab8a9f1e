-- What: the text forms that search compares, as immutable functions, and each workspace's language.
-- Old and new code both run during it: yes, old code knows nothing of them. A column with a constant default rewrites nothing.
-- Roll back: drop the indexes that use the functions, then
--   DROP FUNCTION message_grams(text), message_vector(text, text), message_fold(text);
--   ALTER TABLE "Workspace" DROP COLUMN "searchLanguage"; DROP EXTENSION pg_trgm;

CREATE EXTENSION IF NOT EXISTS pg_trgm;

ALTER TABLE "Workspace" ADD COLUMN "searchLanguage" TEXT NOT NULL DEFAULT 'english';

-- Small letters without accents and vowel signs, one form for one look; ids of people and channels are not words.
CREATE FUNCTION message_fold(body text) RETURNS text
LANGUAGE plpgsql IMMUTABLE STRICT PARALLEL SAFE AS $$
BEGIN
  IF position('<' IN body) > 0 THEN
    body := regexp_replace(body, '<[@#!][0-9a-z-]+>', ' ', 'g');
  END IF;
  IF octet_length(body) = char_length(body) THEN
    RETURN lower(body);
  END IF;
  RETURN translate(replace(lower(normalize(regexp_replace(normalize(lower(body), NFKD),
    '[\u0300-\u036f\u0591-\u05c7\u0640\u064b-\u065f\u0670\u00ad\u200b-\u200f\ufeff]+', '', 'g'), NFKC)), 'ß', 'ss'), 'ς', 'σ');
END $$;

-- The words of a folded text (A), and the parts of camelCase names (C). Scripts without spaces give each character.
CREATE FUNCTION message_vector(folded text, body text) RETURNS tsvector
LANGUAGE plpgsql IMMUTABLE STRICT PARALLEL SAFE AS $$
DECLARE
  -- Ten times as fast as translate(), which looks at all signs for each letter.
  words text := regexp_replace(folded, '[!-/:-@[-`{-~]+', ' ', 'g');
BEGIN
  IF octet_length(words) > char_length(words) THEN
    words := regexp_replace(words,
      '([\u0e00-\u0eff\u1000-\u109f\u1780-\u17ff\u3005-\u3007\u3040-\u30ff\u3400-\u4dbf\u4e00-\u9fff\uac00-\ud7a3\uf900-\ufaff])',
      ' \1 ', 'g');
  END IF;
  IF body ~ '[a-z][A-Z]' THEN
    RETURN setweight(to_tsvector('pg_catalog.simple'::regconfig, words), 'A')
      || setweight(to_tsvector('pg_catalog.simple'::regconfig, regexp_replace(
        regexp_replace(body, '([a-z])([A-Z])', '\1 \2', 'g'), '[!-/:-@[-`{-~]+', ' ', 'g')), 'C');
  END IF;
  RETURN setweight(to_tsvector('pg_catalog.simple'::regconfig, words), 'A');
END $$;

-- A folded text in ASCII, letter for letter: pg_trgm knows no other letters in a database whose locale is C.
CREATE FUNCTION message_grams(folded text) RETURNS text
LANGUAGE plpgsql IMMUTABLE STRICT PARALLEL SAFE AS $$
BEGIN
  IF octet_length(folded) = char_length(folded) THEN
    RETURN folded;
  END IF;
  RETURN translate(folded,
    'абвгдежзиклмнопрстуфхцчшщъыьэюяієґђјљњћџαβγδεζηθικλμνξοπρστυφχψωابتثجحخدذرزسشصضطظعغفقكلمنهويةىءאבגדהוזחטיכךלמםנןסעפףצץקרשתøłđæœðþı',
    'abvgdejziklmnoprstufhc4w67y8e93i5g2qxj0xabgdezhqiklmnxoprstufcywabtcjhxdzrpswy1v2egfqklmnouiti3abgdhvzxtykklmmnnsepfcckrwtoldaedti');
END $$;
