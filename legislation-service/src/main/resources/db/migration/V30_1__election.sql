-- Elections among several candidates (地方组织法 第二十六条 to 第三十条). A paper has as many marks as there are candidates, and
-- names written in: the box keeps the whole paper.
ALTER TABLE ballot_paper RENAME COLUMN choice TO marks;
ALTER TABLE ballot_paper DROP CONSTRAINT ballot_paper_choice_check;

-- How many more candidates than seats there are follows from what a post is (第二十七条): HEAD 正职, VICE 副职, MEMBERS 委员.
-- Missing: there is no such election.
ALTER TABLE post_kind ADD COLUMN contest text CHECK (contest IN ('HEAD', 'VICE', 'MEMBERS'));
UPDATE post_kind SET contest = 'HEAD' WHERE code IN ('mayor', 'commission-head', 'court-president', 'chief-procurator');
UPDATE post_kind SET contest = 'VICE' WHERE code = 'vice-mayor';
UPDATE post_kind SET contest = 'MEMBERS' WHERE code = 'committee-member';
INSERT INTO post_kind (code, zh, en, organ_class, nominator, nominator_organ, means, rule, elected, filed_up,
                       upper_approval, resigns, removable, joint, statement, deputy_of, oath_by, contest)
VALUES
  ('committee-chair', '常委会主任', 'chair of the standing committee', 'CONGRESS', 'NOBODY', '', 'ELECT', 'APT-08', true, false, false, true, false, false, false, NULL, 'COUNCIL', 'HEAD'),
  ('committee-vice-chair', '常委会副主任', 'vice-chair of the standing committee', 'CONGRESS', 'NOBODY', '', 'ELECT', 'APT-08', true, false, false, true, false, false, false, NULL, 'COUNCIL', 'VICE'),
  ('committee-secretary-general', '常委会秘书长', 'secretary-general of the standing committee', 'CONGRESS', 'NOBODY', '', 'ELECT', 'APT-08', true, false, false, true, false, false, false, NULL, 'COUNCIL', 'HEAD');

ALTER TABLE appointment DROP CONSTRAINT appointment_state_check;
ALTER TABLE appointment ADD CONSTRAINT appointment_state_check CHECK (state IN (
    'DRAFT', 'FILED', 'CHECKED', 'EXAM_FAILED', 'EXAM_PASSED', 'TABLED', 'INTRODUCED', 'DELIBERATED', 'NOT_PUT', 'WITHDRAWN',
    'NOT_APPROVED', 'NOMINATED', 'CANDIDATE', 'RUN_OFF', 'NOT_ELECTED', 'APPROVAL_NEEDED', 'APPROVAL_REFUSED', 'APPOINTED',
    'DISMISSED', 'ANNOUNCED', 'CERTIFIED', 'OATH_MISSED', 'IN_OFFICE', 'COMPLETED', 'ENDED'));

-- A list of candidates (正式候选人名单) is a list that is voted on together; election has its terms: seats, and the run-off.
ALTER TABLE appointment_slate ADD COLUMN election jsonb;
