package sse

import (
	"reflect"
	"strings"
	"testing"
)

func eventsOf(t *testing.T, stream string) []Event {
	t.Helper()
	var events []Event
	if err := readEvents(strings.NewReader(stream), func(event Event) bool {
		events = append(events, event)
		return true
	}); err != nil {
		t.Fatal(err)
	}
	return events
}

func TestEventsAreReadAsABrowserReadsThem(t *testing.T) {
	stream := "retry: 3000\n\n: still here\n\nid: 4\r\nevent: step\r\ndata: {\"a\":\r\ndata: 1}\r\n\r\ndata:x\n\nid: 5\nevent: cut"
	want := []Event{{"4", "step", "{\"a\":\n1}"}, {"4", "", "x"}}
	if got := eventsOf(t, stream); !reflect.DeepEqual(got, want) {
		t.Fatalf("%q, not %q", got, want)
	}
}

func TestWhoWantsNoMoreIsToldNoMore(t *testing.T) {
	told := 0
	_ = readEvents(strings.NewReader("data: 1\n\ndata: 2\n\n"), func(Event) bool { told++; return false })
	if told != 1 {
		t.Fatalf("told %d times", told)
	}
}

func TestAnEndlessLineIsAnError(t *testing.T) {
	if err := readEvents(strings.NewReader("data: "+strings.Repeat("x", longestLine)), func(Event) bool { return true }); err == nil {
		t.Fatal("it was read")
	}
}
