#include "core/client/ServerSentEvents.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

using atelier::ServerSentEvents;

namespace {

std::vector<std::string> readAll(ServerSentEvents &events, std::string_view bytes)
{
    std::vector<std::string> texts;
    for (const ServerSentEvents::Event &event : events.feed(bytes))
        texts.push_back(event.name + "=" + event.data);
    return texts;
}

} // namespace

TEST(ServerSentEvents, ReadsNamesAndData)
{
    ServerSentEvents events;
    EXPECT_THAT(readAll(events, ": hello\n\nid: 4\nevent: change\ndata: {}\n\ndata:x\n\n"),
        testing::ElementsAre("change={}", "message=x"));
}

TEST(ServerSentEvents, JoinsLinesOfDataAndTakesCarriageReturns)
{
    ServerSentEvents events;
    EXPECT_THAT(readAll(events, "data: a\r\ndata: b\r\n\r\n"), testing::ElementsAre("message=a\nb"));
}

TEST(ServerSentEvents, ReadsTheSameHoweverTheBytesAreCut)
{
    const std::string text = "event: change\ndata: one\n\nevent: reset\ndata: two\n\n";
    for (std::size_t cut = 0; cut <= text.size(); ++cut) {
        ServerSentEvents events;
        auto heard = readAll(events, text.substr(0, cut));
        for (std::string &more : readAll(events, text.substr(cut)))
            heard.push_back(std::move(more));
        EXPECT_THAT(heard, testing::ElementsAre("change=one", "reset=two")) << cut;
    }
}
