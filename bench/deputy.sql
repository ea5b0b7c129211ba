-- A congress of fifty units; :rows seats, more on a second call.
INSERT INTO area (id, code, level, parent) VALUES (uuidv7(), '990100', 'CITY', '990000') ON CONFLICT DO NOTHING;
INSERT INTO area_period SELECT id, '2000-01-01', '样例市', '样例', ''::tsvector FROM area WHERE code = '990100' ON CONFLICT DO NOTHING;
INSERT INTO congress (id, code, area, level, number, term, name, elected_on, first_session_on, sample)
VALUES (uuidv7(), 'bench', '990100', 'CITY', 15, 15, '样例市第十五届人民代表大会', '2018-01-01', '2018-02-01', true) ON CONFLICT DO NOTHING;
INSERT INTO electing_unit (id, code, congress_area, kind, name, sample)
SELECT uuidv7(), 'bench-' || n, '990100', 'CONGRESS', '第' || n || '选举单位', true FROM generate_series(1, 50) AS n ON CONFLICT DO NOTHING;

INSERT INTO deputy (id, congress_id, unit_id, person, name, sex, field, deputy_group, state, state_since, elected_on, sample, search)
SELECT uuidv7(), (SELECT id FROM congress WHERE code = 'bench'), unit.id, 'row-' || n, row.name, CASE n % 2 WHEN 0 THEN 'MALE' ELSE 'FEMALE' END,
       '领域' || n % 9, '第' || n % 30 || '代表团', 'ACTIVE', '2018-02-01', date '2018-01-01' + (n % 1500)::int, true,
       ('''' || substr(row.name, 1, 2) || ''':1A ''' || substr(row.name, 2, 2) || ''':2A')::tsvector
FROM (SELECT n, substr('王李张刘陈杨黄赵吴周徐孙马朱胡郭何高林罗', 1 + (n * 7919 % 20)::int, 1)
             || chr(19968 + (n * 104729 % 6000)::int) || chr(19968 + (n * 15485863 % 6000)::int) AS name
      FROM generate_series(1 + (SELECT count(*) FROM deputy), :rows) AS n) AS row
JOIN electing_unit AS unit ON unit.code = 'bench-' || 1 + n % 50;
VACUUM ANALYZE;
