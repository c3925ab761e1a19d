package sse

import (
	"bufio"
	"io"
	"strings"
)

// Event is what one message of a stream says, as the HTML standard (9.2.6) reads it. Comments and what only sets the time
// to come back after are no events.
type Event struct {
	ID   string
	Name string
	Data string
}

// The longest line of a stream: everything that a long meeting has decided, told at once.
const longestLine = 4 << 20

// readEvents tells each event of a stream until it ends; the error is the stream's own, nil at its end.
func readEvents(stream io.Reader, tell func(Event) bool) error {
	lines := bufio.NewScanner(stream)
	lines.Buffer(make([]byte, 0, 8<<10), longestLine)
	var event Event
	var data []string
	for lines.Scan() {
		line := strings.TrimSuffix(lines.Text(), "\r")
		if line == "" {
			if data != nil {
				event.Data = strings.Join(data, "\n")
				if !tell(event) {
					return nil
				}
			}
			event, data = Event{ID: event.ID}, nil
			continue
		}
		field, value, _ := strings.Cut(line, ":")
		value = strings.TrimPrefix(value, " ")
		switch field {
		case "id":
			event.ID = value
		case "event":
			event.Name = value
		case "data":
			data = append(data, value)
		}
	}
	return lines.Err()
}
