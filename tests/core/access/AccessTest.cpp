#include "core/access/Access.h"

#include <gtest/gtest.h>

#include <sodium.h>
#include <unistd.h>

using namespace atelier;

namespace {

constexpr std::uint16_t port = 4242;
const std::string userToken = "atelier-0123456789abcdef";

class AccessTest : public ::testing::Test
{
protected:
    AccessTest() { m_access.setPort(port); }

    /// A request over TCP with these fields besides a good Host.
    [[nodiscard]] static http::Request tcp(http::Fields headers, const std::string &host = "127.0.0.1:4242")
    {
        http::Request request;
        request.headers = std::move(headers);
        request.headers.emplace_back("host", host);
        return request;
    }
    [[nodiscard]] static http::Request unixSocket(uid_t uid)
    {
        http::Request request;
        request.peer = {true, uid};
        return request;
    }
    [[nodiscard]] std::string refusal(const http::Request &request) const
    {
        const auto caller = m_access.identify(request);
        return caller ? "admitted" : caller.error().code;
    }

    RunTokens m_tokens;
    Access m_access{userToken, m_tokens};
};

std::string basic(const std::string &text)
{
    std::string encoded(sodium_base64_encoded_len(text.size(), sodium_base64_VARIANT_ORIGINAL), '\0');
    sodium_bin2base64(encoded.data(), encoded.size(), reinterpret_cast<const unsigned char *>(text.data()),
        text.size(), sodium_base64_VARIANT_ORIGINAL);
    encoded.resize(encoded.size() - 1);
    return "Basic " + encoded;
}

} // namespace

TEST_F(AccessTest, TheUsersOwnProcessesNeedNoTokenOnTheUnixSocket)
{
    const auto caller = m_access.identify(unixSocket(geteuid()));
    ASSERT_TRUE(caller);
    EXPECT_EQ(caller->role, Role::Owner);
}

TEST_F(AccessTest, AnotherUserIsRefusedOnTheUnixSocket)
{
    EXPECT_EQ(refusal(unixSocket(geteuid() + 1)), "access.peer");
}

TEST_F(AccessTest, TcpWantsTheTokenAsBearerOrAsPassword)
{
    EXPECT_EQ(refusal(tcp({})), "access.token");
    EXPECT_EQ(refusal(tcp({{"authorization", "Bearer wrong"}})), "access.token");
    EXPECT_EQ(refusal(tcp({{"authorization", "Bearer " + userToken}})), "admitted");
    EXPECT_EQ(refusal(tcp({{"authorization", basic("anyone:" + userToken)}})), "admitted");
    EXPECT_EQ(refusal(tcp({{"authorization", basic("anyone:wrong")}})), "access.token");
    EXPECT_EQ(refusal(tcp({{"authorization", "Basic ???"}})), "access.token");
    EXPECT_EQ(refusal(tcp({{"authorization", userToken}})), "access.token");
}

TEST_F(AccessTest, ARunsTokenIsAdmittedForItsRunAloneAndOnlyWhileItLasts)
{
    const RunTokens::Token token = RunTokens::make();
    const auto request = tcp({{"authorization", "Bearer " + token.text}});
    EXPECT_EQ(refusal(request), "access.token");
    m_tokens.admit(token.digest, "job-1");
    const auto caller = m_access.identify(request);
    ASSERT_TRUE(caller);
    EXPECT_EQ(caller->role, Role::Run);
    EXPECT_EQ(caller->job, "job-1");
    m_tokens.revoke(token.digest);
    EXPECT_EQ(refusal(request), "access.token");
}

TEST_F(AccessTest, EveryRequestFromAWebPageIsRefusedEvenWithTheToken)
{
    const std::pair<std::string, std::string> token{"authorization", "Bearer " + userToken};
    EXPECT_EQ(refusal(tcp({token, {"origin", "http://evil.example"}})), "access.origin");
    EXPECT_EQ(refusal(tcp({token, {"origin", "null"}})), "access.origin");
    EXPECT_EQ(refusal(tcp({token, {"origin", "http://127.0.0.1:4242"}})), "access.origin");
    EXPECT_EQ(refusal(tcp({token, {"sec-fetch-site", "cross-site"}})), "access.origin");
    EXPECT_EQ(refusal(tcp({token, {"sec-fetch-site", "same-origin"}})), "access.origin");
    EXPECT_EQ(refusal(tcp({token, {"sec-fetch-site", "none"}})), "admitted");
}

TEST_F(AccessTest, AHostThatIsNoAddressOfOursIsRefused)
{
    const http::Fields token{{"authorization", "Bearer " + userToken}};
    EXPECT_EQ(refusal(tcp(token, "localhost:4242")), "admitted");
    for (const char *host : {"", "127.0.0.1", "127.0.0.1:4243", "evil.example:4242",
             "127.0.0.1:4242.evil.example", "localhost:42422", "0.0.0.0:4242", "[::1]:4242"})
        EXPECT_EQ(refusal(tcp(token, host)), "access.host") << host;
}

TEST(RunTokens, AreLongAndNeverTheSame)
{
    const auto one = RunTokens::make();
    EXPECT_NE(one.text, RunTokens::make().text);
    EXPECT_GE(one.text.size(), 64U);
    EXPECT_EQ(one.digest, sha256(one.text));
}

TEST(RunTokens, AStoredDigestIsReadBack)
{
    const auto token = RunTokens::make();
    EXPECT_EQ(RunTokens::digestOf(std::string(token.digest.begin(), token.digest.end())), token.digest);
}
