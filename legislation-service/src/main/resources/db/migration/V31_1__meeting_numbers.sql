-- How long a speech might be by the rules of its day, and what whoever presided did where it was longer (延长、制止).
ALTER TABLE meeting_speech
    ADD COLUMN minutes_allowed integer CHECK (minutes_allowed > 0),
    ADD COLUMN ruling text CHECK (ruling IN ('EXTENDED', 'STOPPED'));

-- The day on which presence was established: a session day is one on which it was.
ALTER TABLE meeting_presence ADD COLUMN held_on date;
UPDATE meeting_presence SET held_on = least(meeting.from_on + (round - 1), coalesce(meeting.closed_on, meeting.to_on))
FROM meeting WHERE meeting.id = meeting_presence.meeting_id;
ALTER TABLE meeting_presence ALTER COLUMN held_on SET NOT NULL;

-- The population on which the number of seats rests, where it matters.
ALTER TABLE committee_size ADD COLUMN population integer CHECK (population > 0);

-- Since when a member holds a post that members may not hold, and who acts for the chair.
ALTER TABLE member ADD COLUMN incompatible_since date;
UPDATE member SET incompatible_since = modified_at::date WHERE incompatible <> '';
ALTER TABLE member ADD CHECK ((incompatible = '') = (incompatible_since IS NULL));
CREATE INDEX member_incompatible ON member (incompatible_since, id) WHERE incompatible <> '';
