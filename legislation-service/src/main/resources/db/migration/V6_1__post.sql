-- Kinds of posts (职务类别) as the law tells them apart: who nominates, what the standing committee does, what follows.
-- nominator_organ is the code of the organ, as tokens carry it, that acts for the nominator; empty for the chairpersons'
-- meeting and for posts that only the congress fills.
CREATE TABLE post_kind (
    code            text    PRIMARY KEY,
    zh              text    NOT NULL,
    en              text    NOT NULL,
    organ_class     text    NOT NULL CHECK (organ_class IN ('CONGRESS', 'GOVERNMENT', 'SUPERVISORY_COMMISSION', 'COURT',
                                                            'PROCURATORATE', 'COUNTY_PROCURATORATE')),
    nominator       text    NOT NULL CHECK (nominator IN ('MAYOR', 'COMMISSION_HEAD', 'COURT_PRESIDENT',
                                                          'CHIEF_PROCURATOR', 'COUNCIL', 'NOBODY')),
    nominator_organ text    NOT NULL,
    means           text    NOT NULL CHECK (means IN ('APPOINT', 'DECIDE', 'APPROVE', 'ELECT')),
    rule            text    NOT NULL,
    elected         boolean NOT NULL,
    filed_up        boolean NOT NULL,
    upper_approval  boolean NOT NULL,
    resigns         boolean NOT NULL,
    removable       boolean NOT NULL,
    joint           boolean NOT NULL,
    statement       boolean NOT NULL,
    deputy_of       text    REFERENCES post_kind,
    oath_by         text    NOT NULL CHECK (oath_by IN ('COUNCIL', 'COURT', 'PROCURATORATE', 'LOWER_COUNCIL'))
);
INSERT INTO post_kind (code, zh, en, organ_class, nominator, nominator_organ, means, rule, elected, filed_up,
                       upper_approval, resigns, removable, joint, statement, deputy_of, oath_by)
VALUES
  ('mayor', '市长', 'mayor', 'GOVERNMENT', 'NOBODY', '', 'ELECT', 'APT-02', true, false, false, true, false, false, false, NULL, 'COUNCIL'),
  ('commission-head', '监察委员会主任', 'head of the supervisory commission', 'SUPERVISORY_COMMISSION', 'NOBODY', '', 'ELECT', 'APT-02', true, false, false, true, false, false, false, NULL, 'COUNCIL'),
  ('court-president', '法院院长', 'president of the court', 'COURT', 'NOBODY', '', 'ELECT', 'APT-02', true, false, false, true, false, false, false, NULL, 'COUNCIL'),
  ('chief-procurator', '检察院检察长', 'chief procurator', 'PROCURATORATE', 'NOBODY', '', 'ELECT', 'APT-02', true, true, true, true, false, false, false, NULL, 'COUNCIL'),
  ('vice-mayor', '副市长', 'vice-mayor', 'GOVERNMENT', 'MAYOR', 'city-government', 'DECIDE', 'APT-01', true, false, false, true, true, false, true, 'mayor', 'COUNCIL'),
  ('government-member', '政府秘书长、局长、委员会主任等组成人员', 'member of the government', 'GOVERNMENT', 'MAYOR', 'city-government', 'DECIDE', 'APT-03', false, true, false, false, true, false, true, NULL, 'COUNCIL'),
  ('commission-deputy', '监察委员会副主任', 'deputy head of the supervisory commission', 'SUPERVISORY_COMMISSION', 'COMMISSION_HEAD', 'supervisory-commission', 'APPOINT', 'APT-04', false, false, false, false, true, false, true, 'commission-head', 'COUNCIL'),
  ('commission-member', '监察委员会委员', 'member of the supervisory commission', 'SUPERVISORY_COMMISSION', 'COMMISSION_HEAD', 'supervisory-commission', 'APPOINT', 'APT-04', false, false, false, false, true, true, false, NULL, 'COUNCIL'),
  ('court-vice-president', '法院副院长', 'vice-president of the court', 'COURT', 'COURT_PRESIDENT', 'intermediate-court', 'APPOINT', 'APT-05', false, false, false, false, true, false, true, 'court-president', 'COUNCIL'),
  ('court-officer', '庭长、副庭长、审判委员会委员', 'chamber head, member of the judicial committee', 'COURT', 'COURT_PRESIDENT', 'intermediate-court', 'APPOINT', 'APT-05', false, false, false, false, true, true, false, NULL, 'COURT'),
  ('judge', '审判员', 'judge', 'COURT', 'COURT_PRESIDENT', 'intermediate-court', 'APPOINT', 'APT-05', false, false, false, false, true, true, false, NULL, 'COURT'),
  ('deputy-chief-procurator', '检察院副检察长', 'deputy chief procurator', 'PROCURATORATE', 'CHIEF_PROCURATOR', 'procuratorate', 'APPOINT', 'APT-05', false, false, false, false, true, false, true, 'chief-procurator', 'COUNCIL'),
  ('procuratorate-officer', '检察委员会委员', 'member of the procuratorial committee', 'PROCURATORATE', 'CHIEF_PROCURATOR', 'procuratorate', 'APPOINT', 'APT-05', false, false, false, false, true, true, false, NULL, 'PROCURATORATE'),
  ('procurator', '检察员', 'procurator', 'PROCURATORATE', 'CHIEF_PROCURATOR', 'procuratorate', 'APPOINT', 'APT-05', false, false, false, false, true, true, false, NULL, 'PROCURATORATE'),
  ('county-chief-procurator', '县级检察院检察长', 'chief procurator of a county', 'COUNTY_PROCURATORATE', 'CHIEF_PROCURATOR', 'procuratorate', 'APPROVE', 'APT-05', false, false, false, false, false, false, false, NULL, 'LOWER_COUNCIL'),
  ('special-committee', '专门委员会副主任委员、委员', 'member of a special committee', 'CONGRESS', 'COUNCIL', '', 'APPOINT', 'APT-07', true, false, false, true, false, true, false, NULL, 'COUNCIL'),
  ('working-body', '常委会副秘书长、工作机构和代表资格审查委员会组成人员', 'office of the standing committee', 'CONGRESS', 'COUNCIL', '', 'APPOINT', 'APT-07', false, false, false, false, false, true, false, NULL, 'COUNCIL'),
  ('committee-member', '常委会组成人员', 'member of the standing committee', 'CONGRESS', 'NOBODY', '', 'ELECT', 'APT-08', true, false, false, true, false, false, false, NULL, 'COUNCIL');

-- Posts (职务). What a renaming changes stands in post_period, by date; seats missing: as many as there are.
CREATE TABLE post (
    id             uuid        PRIMARY KEY,
    code           text        NOT NULL UNIQUE,
    kind           text        NOT NULL REFERENCES post_kind,
    organ          text        NOT NULL,
    seats          integer     CHECK (seats > 0),
    established_on date        NOT NULL,
    abolished_on   date        CHECK (abolished_on > established_on),
    successor      text,
    sample         boolean     NOT NULL DEFAULT false,
    version        bigint      NOT NULL DEFAULT 1,
    modified_at    timestamptz NOT NULL DEFAULT clock_timestamp()
);
CREATE INDEX post_by_kind ON post (kind, code);
CREATE INDEX post_by_organ ON post (organ, code);
CREATE INDEX post_by_change ON post (modified_at, id);

CREATE TABLE post_period (
    post_id        uuid     NOT NULL REFERENCES post,
    effective_from date     NOT NULL,
    title          text     NOT NULL,
    organ_name     text     NOT NULL,
    basis          text     NOT NULL,
    search         tsvector NOT NULL,
    PRIMARY KEY (post_id, effective_from)
);
CREATE INDEX post_period_search ON post_period USING gin (search);

-- Who holds a post (任职), from a day and until another. person is the key of the personnel file; appointment the case
-- that it rests on; published whether it may be told to everyone yet.
CREATE TABLE holding (
    id          uuid        PRIMARY KEY,
    post_id     uuid        NOT NULL REFERENCES post,
    person      text        NOT NULL,
    name        text        NOT NULL,
    acting      boolean     NOT NULL DEFAULT false,
    since       date        NOT NULL,
    until       date        CHECK (until >= since),
    ground      text        NOT NULL DEFAULT '',
    appointment uuid        UNIQUE,
    published   boolean     NOT NULL DEFAULT true,
    sample      boolean     NOT NULL DEFAULT false,
    search      tsvector    NOT NULL,
    modified_at timestamptz NOT NULL DEFAULT clock_timestamp()
);
CREATE UNIQUE INDEX holding_once ON holding (post_id, person, acting) WHERE until IS NULL;
CREATE INDEX holding_by_post ON holding (post_id, since DESC, id DESC);
CREATE INDEX holding_by_person ON holding (person, since DESC, id DESC);
CREATE INDEX holding_by_day ON holding (since DESC, id DESC);
CREATE INDEX holding_by_change ON holding (modified_at, id);
CREATE INDEX holding_search ON holding USING gin (search);
