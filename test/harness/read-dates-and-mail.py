"""Reads calendars and messages, given as a JSON object of texts by file name, with public readers."""

import hashlib
import json
import sys
from email import message_from_bytes
from email.policy import SMTP

import icalendar
import vobject


def many(value):
    return value if isinstance(value, list) else [] if value is None else [value]


def instant(component, name):
    return component.decoded(name).isoformat() if name in component else None


def read_event(event):
    return {
        "uid": str(event["uid"]),
        "sequence": int(event["sequence"]),
        "status": str(event["status"]) if "status" in event else None,
        "summary": str(event["summary"]),
        "start": instant(event, "dtstart"),
        "end": instant(event, "dtend"),
        "organiser": str(event["organizer"]) if "organizer" in event else None,
        "attendees": [
            {
                "address": str(person),
                "name": person.params.get("CN"),
                "status": person.params.get("PARTSTAT"),
                "rsvp": person.params.get("RSVP"),
                "role": person.params.get("ROLE"),
            }
            for person in many(event.get("attendee"))
        ],
        "alarms": len(event.walk("valarm")),
        "description": str(event["description"]) if "description" in event else None,
    }


def read_calendar(text):
    calendar = icalendar.Calendar.from_ical(text)
    errors = [f"{part.name}: {error}" for part in calendar.walk() for error in part.errors]
    errors += [f"{part.name} lacks {name}" for part in calendar.walk() for name in part.required if name not in part]
    errors += [
        f"{part.name} has {name} more than once"
        for part in calendar.walk()
        for name in part.singletons
        if isinstance(part.get(name), list)
    ]
    # What says something of the whole stands above what it holds (RFC 5545, 3.6).
    depth, below = 0, False
    for line in text.split("\r\n"):
        if line.startswith("BEGIN:"):
            depth += 1
            below = below or depth == 2
        elif line.startswith("END:"):
            depth -= 1
        elif depth == 1 and below and not line.startswith(" "):
            errors.append(f"{line} stands below the events")
    for part in vobject.readComponents(text, validate=True):
        part.validate(raiseException=True)
    return {
        "errors": errors,
        "method": str(calendar["method"]),
        "events": [read_event(event) for event in calendar.walk("vevent")],
    }


def read_message(text):
    message = message_from_bytes(text.encode("utf-8"), policy=SMTP)
    errors = [repr(defect) for part in message.walk() for defect in part.defects]
    errors += [
        f"{name}: {defect!r}"
        for part in message.walk()
        for name, header in part.items()
        for defect in header.defects
    ]
    body = message.get_body(("plain",))
    addresses = lambda name: [str(one) for one in message[name].addresses] if message[name] else []
    parts = []
    for part in message.walk():
        if part.is_multipart():
            continue
        content = part.get_payload(decode=True)
        parts.append(
            {
                "type": part.get_content_type(),
                "method": part.get_param("method"),
                "name": part.get_filename(),
                "sha256": hashlib.sha256(content).hexdigest(),
                "content": content.decode("utf-8", "replace") if part.get_content_maintype() == "text" else "",
            }
        )
    return {
        "errors": errors,
        "subject": str(message["subject"]),
        "from": addresses("from"),
        "to": addresses("to"),
        "text": body.get_content() if body else None,
        "parts": parts,
    }


files = json.load(sys.stdin)
read = lambda name, text: read_calendar(text) if name.endswith(".ics") else read_message(text)
json.dump({name: read(name, text) for name, text in files.items()}, sys.stdout)
