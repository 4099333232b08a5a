#include "core/http/ErrorAnswer.h"

#include <gtest/gtest.h>

using namespace atelier;

TEST(ErrorAnswer, ComesBackAsTheSameError)
{
    const Error error{
        ErrorKind::Conflict, "job.exists", "There is one.", {{"name", "fit"}}, {"job.yml", 3, 4, "name"}};
    const http::Response response = http::errorAnswer(error);
    EXPECT_EQ(response.status, 409);
    EXPECT_EQ(http::errorOf(response), error);
}

TEST(ErrorAnswer, HasAStatusOfItsOwnForEveryKind)
{
    for (const ErrorKind kind : {ErrorKind::Invalid, ErrorKind::Unauthenticated, ErrorKind::Forbidden,
             ErrorKind::NotFound, ErrorKind::Conflict, ErrorKind::TooLarge, ErrorKind::Busy,
             ErrorKind::StorageFull, ErrorKind::Unavailable, ErrorKind::Internal}) {
        http::Response response;
        response.status = http::statusOf(kind);
        EXPECT_EQ(http::errorOf(response).kind, kind) << response.status;
    }
}

TEST(ErrorAnswer, IsMadeFromTheStatusWhereTheBodyTellsNothing)
{
    for (const char *body :
        {"", "<html>", "[]", R"({"errors":[]})", R"({"errors":[3]})", R"({"errors":{}})"}) {
        http::Response response;
        response.status = 418;
        response.body = body;
        EXPECT_EQ(http::errorOf(response).kind, ErrorKind::Invalid) << body;
        EXPECT_EQ(http::errorOf(response).code, "http.status-418") << body;
    }
}
