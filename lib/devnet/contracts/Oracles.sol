// SPDX-License-Identifier: MIT
pragma solidity ^0.8.24;

import {Staged} from './Staged.sol';
import {StakedEther} from './Token.sol';
import {Pot, Susds} from './Savings.sol';

/// A price feed the director feeds: the reads of a Chainlink aggregator and of a fixed-price oracle.
contract Feed is Staged {
    int256 public latestAnswer;
    uint8 public decimals;
    uint40 public updatedAt;
    string public description;

    event AnswerUpdated(int256 indexed current, uint256 indexed roundId, uint256 updatedAt);

    function setUp(string calldata description_, uint8 decimals_) external staged {
        (description, decimals) = (description_, decimals_);
    }

    function set(int256 answer) external staged {
        latestAnswer = answer;
        updatedAt = uint40(block.timestamp);
        emit AnswerUpdated(answer, block.number, block.timestamp);
    }

    function price() external view returns (int256) {
        return latestAnswer;
    }

    function latestRoundData() external view returns (uint80, int256, uint256, uint256, uint80) {
        return (uint80(block.number), latestAnswer, updatedAt, updatedAt, uint80(block.number));
    }
}

/// Exchange rate × ETH/USD: wstETH, rETH, weETH, ezETH and rsETH on SparkLend. Blind to the token's own market price.
contract ExchangeRateOracle is Staged {
    StakedEther public token;
    Feed public ethSource;
    uint8 public constant decimals = 8;

    function setUp(StakedEther token_, Feed ethSource_) external staged {
        (token, ethSource) = (token_, ethSource_);
    }

    function steth() external view returns (address) {
        return address(token);
    }

    function reth() external view returns (address) {
        return address(token);
    }

    function weeth() external view returns (address) {
        return address(token);
    }

    function ezETH() external view returns (address) {
        return address(token);
    }

    function oracle() external view returns (address) {
        return address(token);
    }

    function latestAnswer() external view returns (int256) {
        return ethSource.latestAnswer() * int256(token.exchangeRate()) / 1e18;
    }
}

/// sDAI and sUSDS: the index at the last drip, in 8 decimals. Has no decimals().
contract ChiFeed is Staged {
    address public source;

    function setUp(address source_) external staged {
        source = source_;
    }

    function latestAnswer() external view returns (int256) {
        return int256(uint256(Susds(source).chi()) / 1e19);
    }
}

/// SSR as an APR in ray.
contract SsrRateSource is Staged {
    Susds public susds;
    uint8 public constant decimals = 27;

    function setUp(Susds susds_) external staged {
        susds = susds_;
    }

    function getAPR() external view returns (uint256) {
        return (susds.ssr() - 1e27) * 365 days;
    }
}

/// Lido's yield within bounds, or a default when its source is silent.
contract CappedFallbackRateSource is Staged {
    address public source;
    uint256 public lowerBound;
    uint256 public upperBound;
    uint256 public defaultRate;
    uint8 public constant decimals = 18;

    function setUp(address source_, uint256 lower, uint256 upper, uint256 default_) external staged {
        (source, lowerBound, upperBound, defaultRate) = (source_, lower, upper, default_);
    }

    function getAPR() external view returns (uint256) {
        try RateFeed(source).getAPR() returns (uint256 apr) {
            return apr < lowerBound ? lowerBound : apr > upperBound ? upperBound : apr;
        } catch {
            return defaultRate;
        }
    }
}

contract RateFeed is Staged {
    uint256 public getAPR;
    uint8 public constant decimals = 18;

    function set(uint256 apr) external staged {
        getAPR = apr;
    }
}
