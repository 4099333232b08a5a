#include "core/http/ResponseHead.h"

#include <array>
#include <boost/beast/http/status.hpp>
#include <cstdio>

namespace atelier::http {

namespace {

// A value that repeats what a client sent must not be able to end its line and begin another header.
void appendField(std::string &head, std::string_view name, std::string_view value)
{
    head += name;
    head += ": ";
    for (const char c : value)
        head += static_cast<unsigned char>(c) < 0x20 && c != '\t' ? ' ' : c;
    head += "\r\n";
}

} // namespace

std::string asChunk(std::string_view bytes)
{
    std::array<char, 20> size{};
    const int digits = std::snprintf(size.data(), size.size(), "%zx\r\n", bytes.size());
    std::string chunk;
    chunk.reserve(bytes.size() + size.size() + 2);
    chunk.append(size.data(), static_cast<std::size_t>(digits));
    chunk += bytes;
    chunk += "\r\n";
    return chunk;
}

bool mayHaveBody(int status)
{
    return status >= 200 && status != 204 && status != 304;
}

std::string responseHead(
    const Response &response, std::variant<std::uint64_t, OpenEnd> end, Persistence persistence)
{
    const auto reason = boost::beast::http::obsolete_reason(
        boost::beast::http::int_to_status(static_cast<unsigned>(response.status)));
    std::string head;
    head.reserve(320);
    head += "HTTP/1.1 " + std::to_string(response.status) + ' ';
    head.append(reason.data(), reason.size());
    head += "\r\n";
    if (mayHaveBody(response.status)) {
        appendField(head, "Content-Type", response.contentType);
        if (const std::uint64_t *length = std::get_if<std::uint64_t>(&end))
            appendField(head, "Content-Length", std::to_string(*length));
        else if (std::get<OpenEnd>(end) == OpenEnd::Chunked)
            appendField(head, "Transfer-Encoding", "chunked");
    }
    for (const auto &[name, value] : response.headers)
        appendField(head, name, value);
    head += "X-Content-Type-Options: nosniff\r\n"
            "Content-Security-Policy: default-src 'none'\r\n"
            "Cache-Control: no-store\r\n";
    if (persistence == Persistence::Close)
        head += "Connection: close\r\n";
    head += "\r\n";
    return head;
}

} // namespace atelier::http
