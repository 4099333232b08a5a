#pragma once

#include "core/http/InputBuffer.h"
#include "core/http/Message.h"

#include <boost/beast/http/basic_parser.hpp>
#include <functional>
#include <limits>
#include <utility>

namespace atelier::http {

/// What requests and responses share: fields into plain structs, bodies handed on as they arrive, trailers
/// dropped.
template<bool isRequest>
class Parser : public boost::beast::http::basic_parser<isRequest>
{
public:
    using View = boost::beast::string_view;
    using BeastField = boost::beast::http::field;

    Parser()
    {
        // The session counts, because the limit is known only after the head. Not boost::none: Beast 1.74
        // compares a Content-Length with that and finds every one too long.
        this->body_limit(std::numeric_limits<std::uint64_t>::max());
    }

    /// One step: a start line, the fields, or a piece of body. Asks for more as `need_more`.
    std::size_t step(const InputBuffer &input, ErrorCode &error)
    {
        // What is left of a chunked body outside its chunks has at least five bytes ("0\r\n\r\n"). Beast 1.74
        // asserts that when it looks at a last chunk for the second time.
        constexpr std::size_t shortestEnd = 5;
        const bool isBetweenChunks = this->is_header_done() && this->chunked() && m_chunkLeft == 0;
        if (input.isEmpty() || (isBetweenChunks && input.size() < shortestEnd)) {
            error = boost::beast::http::error::need_more;
            return 0;
        }
        return this->put(input.bytes(), error);
    }

    /// Takes a piece of body; false stops parsing with the error `unexpected_body`.
    std::function<bool(std::string_view)> onBody;

protected:
    virtual void takeField(std::string name, std::string_view value) = 0;
    virtual bool acceptHead() { return true; }

    void on_field_impl(BeastField, View name, View value, ErrorCode &) override
    {
        if (m_hasHead)
            return;
        std::string lowerCase(name);
        for (char &c : lowerCase)
            c = c >= 'A' && c <= 'Z' ? static_cast<char>(c - 'A' + 'a') : c;
        takeField(std::move(lowerCase), std::string_view(value.data(), value.size()));
    }
    void on_header_impl(ErrorCode &error) override
    {
        m_hasHead = true;
        if (!acceptHead())
            error = boost::beast::http::error::bad_field;
    }
    void on_body_init_impl(const boost::optional<std::uint64_t> &, ErrorCode &) override { }
    std::size_t on_body_impl(View body, ErrorCode &error) override
    {
        if (!onBody(std::string_view(body.data(), body.size())))
            error = boost::beast::http::error::unexpected_body;
        return body.size();
    }
    void on_chunk_header_impl(std::uint64_t size, View, ErrorCode &) override { m_chunkLeft = size; }
    std::size_t on_chunk_body_impl(std::uint64_t, View body, ErrorCode &error) override
    {
        m_chunkLeft -= body.size();
        return on_body_impl(body, error);
    }
    void on_finish_impl(ErrorCode &) override { }

private:
    bool m_hasHead = false;
    std::uint64_t m_chunkLeft = 0;
};

class RequestParser final : public Parser<true>
{
public:
    Request request; ///< without path and query
    bool expectsContinue = false;
    bool isHttp11 = false;

private:
    void on_request_impl(boost::beast::http::verb verb, View, View target, int version, ErrorCode &) override;
    void on_response_impl(int, View, int, ErrorCode &) override { }
    void takeField(std::string name, std::string_view value) override;
    bool acceptHead() override;

    int m_hosts = 0;
    bool m_hasOddEncoding = false;
};

class ResponseParser final : public Parser<false>
{
public:
    Response response; ///< without the body

private:
    void on_request_impl(boost::beast::http::verb, View, View, int, ErrorCode &) override { }
    void on_response_impl(int status, View, int, ErrorCode &) override { response.status = status; }
    void takeField(std::string name, std::string_view value) override;
};

} // namespace atelier::http
